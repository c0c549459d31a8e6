import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';

/**
 * What is wrong with a bill of materials.
 * @param {string} text CycloneDX in JSON
 * @param {string[]} expected `name@version` of every package that must be in it, from another source than the text
 * @param {{platformBuilds: string[]}} allow the builds that have no hash in the lockfile
 * @returns {Promise<string[]>} one Dutch sentence for each fault
 */
export async function bomFaults(text, expected, { platformBuilds }) {
  const faults = [];
  const wrong = await new JsonStrictValidator(Version.v1dot6).validate(text);
  for (const { instancePath, message } of wrong ?? []) {
    faults.push(`De stuklijst is geen goede CycloneDX: ${instancePath} ${message}.`);
  }
  const { components = [], serialNumber, metadata } = JSON.parse(text);
  if (serialNumber !== undefined || metadata?.timestamp !== undefined) {
    faults.push('De stuklijst heeft een nummer of tijd, en is zo elke keer anders.');
  }
  const nameOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`;
  const present = new Set(components.map(nameOf));
  for (const name of expected) if (!present.has(name)) faults.push(`${name} ontbreekt in de stuklijst.`);
  for (const name of present) {
    if (!expected.includes(name)) faults.push(`${name} staat in de stuklijst, maar draait niet mee.`);
  }
  for (const component of components) {
    const name = nameOf(component);
    if (!component.purl) faults.push(`${name} heeft geen purl in de stuklijst.`);
    if (!component.licenses?.length) faults.push(`${name} heeft geen licentie in de stuklijst.`);
    const elsewhere = platformBuilds.some((start) => name.startsWith(start));
    if (!component.hashes?.length && !elsewhere) faults.push(`${name} heeft geen hash in de stuklijst.`);
  }
  return faults;
}
