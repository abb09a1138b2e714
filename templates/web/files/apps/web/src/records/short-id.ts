/** What stands for a row that has nothing better: the beginning of its id. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
