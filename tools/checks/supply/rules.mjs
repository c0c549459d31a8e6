// What must hold of the packages from outside. Each function gives one Dutch sentence for each fault.
import satisfies from 'spdx-satisfies';
import { isInstalled, licenceOf, packagesOf, productionPackagesOf } from './lock.mjs';

const longestAllowance = 180;
const day = 24 * 60 * 60 * 1000;

/**
 * Every package comes from the registry and is sealed with its SHA-512. A build for another platform that the registry
 * lacked when the lockfile was made has no hash (`npm run lockfile`); it may not be installed then.
 */
export function lockfileFaults(lock, allow) {
  const faults = [];
  if (lock.lockfileVersion !== 3) faults.push('package-lock.json moet lockfileVersion 3 hebben.');
  for (const { path, name, entry } of packagesOf(lock)) {
    // Without an address npm takes it from the registry that is set, and the hash tells whether it is the same.
    if (entry.resolved !== undefined) {
      faults.push(`${path} noemt een eigen plek («resolved») in plaats van de gewone pakketbron.`);
    }
    const elsewhere =
      entry.optional === true &&
      allow.platformBuilds.some((start) => name.startsWith(start)) &&
      !isInstalled(path);
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '') && !elsewhere) {
      faults.push(`${path} heeft geen sha512 in package-lock.json.`);
    }
  }
  for (const [path, entry] of Object.entries(lock.packages ?? {})) {
    const wanted = { ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies };
    for (const [name, range] of Object.entries(wanted)) {
      if (/[:/]/.test(range) && !range.startsWith('npm:')) {
        faults.push(
          `${path || 'package.json'} haalt ${name} buiten de pakketbron om («${range.split(':')[0]}»).`,
        );
      }
    }
  }
  return faults;
}

/** The packages that want to run code when they are installed are those that we know; .npmrc lets none of them. */
export function scriptFaults(lock, allow, npmrc) {
  const found = [
    ...new Set(
      packagesOf(lock)
        .filter(({ entry }) => entry.hasInstallScript === true)
        .map(({ name }) => name),
    ),
  ];
  return [
    ...(/^ignore-scripts=true$/m.test(npmrc) ? [] : ['.npmrc moet ignore-scripts=true hebben.']),
    ...found
      .filter((name) => !allow.installScripts.includes(name))
      .map((name) => `${name} wil code draaien bij het installeren, en staat niet in audit.allow.json.`),
    ...allow.installScripts
      .filter((name) => !found.includes(name))
      .map((name) => `${name} staat in audit.allow.json, maar wil geen code (meer) draaien.`),
  ];
}

/** A licence that is allowed, for every package that runs. */
export function licenceFaults(lock, allow) {
  const faults = [];
  for (const one of productionPackagesOf(lock)) {
    const licence = licenceOf(lock, allow, one);
    const at = `${one.name}@${one.entry.version}`;
    if (licence === undefined) faults.push(`${at} noemt geen licentie.`);
    else if (!fits(licence, allow.licences))
      faults.push(`${at} heeft de licentie ${licence}; die is niet toegestaan.`);
  }
  for (const at of Object.keys(allow.licenceOfPackage ?? {})) {
    if (!packagesOf(lock).some(({ name, entry }) => `${name}@${entry.version}` === at)) {
      faults.push(`${at} staat in audit.allow.json, maar wordt niet (meer) gebruikt.`);
    }
  }
  return faults;
}

function fits(licence, allowed) {
  try {
    return satisfies(licence, allowed);
  } catch {
    // Not an SPDX expression, such as `SEE LICENSE IN …`.
    return false;
  }
}

/** What audit.allow.json lets pass: for a reason, and for a while. */
export function allowanceFaults({ advisories }, today) {
  return advisories.flatMap(({ id, reason, until }) => {
    const left = (Date.parse(until) - Date.parse(today)) / day;
    if (!/^GHSA(-[a-z0-9]{4}){3}$/.test(id ?? '')) return [`«${id}» is geen kenmerk van een lek (GHSA-…).`];
    if (!reason?.trim()) return [`${id} heeft geen reden in audit.allow.json.`];
    if (!/^\d{4}-\d\d-\d\d$/.test(until ?? '') || Number.isNaN(left))
      return [`${id} heeft geen datum until.`];
    if (left < 0) return [`${id} mocht tot ${until}. Werk het pakket bij, of beoordeel het lek opnieuw.`];
    return left > longestAllowance
      ? [`${id} mag hooguit ${longestAllowance} dagen: kies een eerdere datum.`]
      : [];
  });
}

/** Known weaknesses that are high or critical, from the report of `npm audit --json`, less what is allowed. */
export function advisoryFaults(report, { advisories }) {
  const found = new Map();
  for (const { name, via } of Object.values(report.vulnerabilities ?? {})) {
    for (const one of via) {
      if (typeof one !== 'object' || !['high', 'critical'].includes(one.severity)) continue;
      found.set(/GHSA(-\w{4}){3}/.exec(one.url ?? '')?.[0] ?? String(one.source), { name, ...one });
    }
  }
  return [
    ...[...found]
      .filter(([id]) => !advisories.some((allowed) => allowed.id === id))
      .map(([id, { name, severity, title }]) => `${name}: bekend lek ${id} (${severity}): ${title}`),
    ...advisories
      .filter(({ id }) => !found.has(id))
      .map(({ id }) => `${id} staat in audit.allow.json, maar is hier geen lek (meer).`),
  ];
}
