import { ComponentType } from '@cyclonedx/cyclonedx-library/Enums';
import {
  Bom,
  Component,
  HashDictionary,
  LicenseExpression,
  SpdxLicense,
} from '@cyclonedx/cyclonedx-library/Models';
import { JSON as CycloneJson, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { isSupportedSpdxId } from '@cyclonedx/cyclonedx-library/SPDX';
import { PackageURL } from 'packageurl-js';
import { read } from '../lib.mjs';
import { licenceOf, productionPackagesOf, resolveIn } from './lock.mjs';

/** The address of a package as other tools know it: `pkg:npm/%40nestjs/core@12.5.1`. */
export function purlOf({ name, entry }) {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return new PackageURL('npm', scope, bare, entry.version, undefined, undefined).toString();
}

/** The hash of the lockfile as hexadecimal digits, or undefined for a build that the registry lacked. */
const sha512Of = ({ integrity }) =>
  integrity && Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');

function componentOf(lock, allow, one) {
  const { name, entry } = one;
  const component = new Component(ComponentType.Library, name.split('/').at(-1), {
    bomRef: purlOf(one),
    group: name.startsWith('@') ? name.split('/')[0] : undefined,
    version: entry.version,
    purl: purlOf(one),
    hashes: new HashDictionary(entry.integrity ? [['SHA-512', sha512Of(entry)]] : []),
  });
  const licence = licenceOf(lock, allow, one);
  if (licence !== undefined) {
    component.licenses.add(
      isSupportedSpdxId(licence) ? new SpdxLicense(licence) : new LicenseExpression(licence),
    );
  }
  return component;
}

/**
 * The software bill of materials: what runs in production, of the lockfile and the installed packages. The same packages
 * give the same text, on every machine and at every moment: it has no serial number and no time.
 * @param {any} lock package-lock.json
 * @param {any} allow audit.allow.json
 * @returns {string} CycloneDX 1.6 in JSON
 */
export function createBom(lock, allow) {
  const { name, version, license } = JSON.parse(read('package.json'));
  const product = new Component(ComponentType.Application, name, {
    bomRef: `pkg:npm/${name}@${version}`,
    version,
    purl: `pkg:npm/${name}@${version}`,
  });
  product.licenses.add(new SpdxLicense(license));

  // A package may stand at several places in the tree; in the list it stands once.
  const packages = productionPackagesOf(lock);
  const components = new Map(packages.map((one) => [purlOf(one), componentOf(lock, allow, one)]));
  const byPath = new Map(packages.map((one) => [one.path, components.get(purlOf(one))]));
  const connect = (component, path, { dependencies, optionalDependencies, peerDependencies }) => {
    for (const wanted of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = byPath.get(resolveIn(lock, path, wanted) ?? '');
      if (found !== undefined && found !== component) component.dependencies.add(found.bomRef);
    }
  };
  for (const { path, entry } of packages) connect(byPath.get(path), path, entry);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/')) connect(product, path, entry);
  }

  const bom = new Bom();
  bom.metadata.component = product;
  for (const component of components.values()) bom.components.add(component);
  const serializer = new JsonSerializer(new CycloneJson.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
