/** The name that the API gives to a file, from `Content-Disposition`: the same as for who takes it without this page. */
export const bestandsnaamUit = (kop: string | null): string =>
  /filename="([^"]+)"/.exec(kop ?? '')?.[1] ?? 'maatwerktraject-export.zip';
