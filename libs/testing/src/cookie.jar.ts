interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** The cookies of one browser on one host: set, sent by path, and removed when expired. */
export class CookieJar {
  private cookies: Cookie[] = [];

  /** Takes over what an answer sets. */
  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const attribute = (key: string): string | undefined =>
        attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const path = attribute('path') ?? '/';
      const expires = attribute('expires');
      this.cookies = this.cookies.filter((one) => one.name !== name || one.path !== path);
      if (attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now()))
        continue;
      this.cookies.push({ name, value: pair.slice(pair.indexOf('=') + 1), path });
    }
  }

  /** The `Cookie` header for this address; empty when none belongs there. */
  header(url: string): string {
    const { pathname } = new URL(url);
    return this.cookies
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}
