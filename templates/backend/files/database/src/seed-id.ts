import { createHash } from 'node:crypto';

/** The id of a demo row, which follows from its key: so another service knows it without asking. */
export function seedId(tenantId: string, entity: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([tenantId, entity, key]))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
