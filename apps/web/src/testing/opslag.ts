/** A store of this browser with nothing in it. Its keys are its own properties, as in a browser. */
export function leegOpslag(): Storage {
  const methoden: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem(this: Record<string, string>, sleutel) {
      return this[sleutel] ?? null;
    },
    setItem(this: Record<string, string>, sleutel, waarde) {
      this[sleutel] = waarde;
    },
    removeItem(this: Record<string, string>, sleutel) {
      Reflect.deleteProperty(this, sleutel);
    },
  };
  return Object.create(methoden) as Storage;
}
