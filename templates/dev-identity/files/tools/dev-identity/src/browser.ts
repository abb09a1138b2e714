/** As much of a browser as signing in needs: it keeps cookies by path and stops where the app begins. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async get(url: URL | string): Promise<Response> {
    return this.#follow(new URL(url), { method: 'GET' });
  }

  async post(url: URL | string, form: Record<string, string>): Promise<Response> {
    return this.#follow(new URL(url), { method: 'POST', body: new URLSearchParams(form) });
  }

  async #follow(url: URL, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: cookie.join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      this.#keep(line);
    }
    const location = response.headers.get('location');
    if (!location) {
      return response;
    }
    const next = new URL(location, url);
    return next.origin === url.origin ? this.#follow(next, { method: 'GET' }) : response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const path = attributes.find((each) => each.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    this.#cookies.set(pair.slice(0, at), { value: pair.slice(at + 1), path });
  }
}
