/** A row that the story makes, in the words of the API. */
export interface Sample {
  /** The name of its routes, and of its messages. */
  readonly many: string;
  readonly one: string;
  /** What the API is given; relations are added from rows that were made before. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Inputs that refer to another sample, by its `many`. */
  readonly references: Readonly<Record<string, string>>;
  /** One field and what it is changed to, where there is one that may be. */
  readonly change?: { readonly field: string; readonly value: unknown };
  /** The field that stands for a row, where one does just as it is entered. */
  readonly display?: string;
  readonly access: { readonly read: string; readonly write: string; readonly delete: string };
  readonly softDelete?: boolean;
  readonly audit?: boolean;
  /** Whether lists can be searched for what stands for a row. */
  readonly searched?: boolean;
}

/** Those that no other of the story's rows refers to, and that can be deleted therefore. */
export function unreferenced<S extends Sample>(samples: readonly S[]): S[] {
  const referenced = samples.flatMap(({ references }) => Object.values(references));
  return samples.filter(({ many }) => !referenced.includes(many));
}

/** What the sample's input is, once the rows it refers to are there. */
export function inputOf({ input, references }: Sample, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const found = Object.entries(references).map(([name, many]) => [name, ids.get(many)] as const);
  return { ...input, ...Object.fromEntries(found) };
}

/** Whether a role includes another; `roles` are from the least to the most. */
export function includes(roles: readonly string[], role: string, needed: string): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
