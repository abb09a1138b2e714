//! A person's own code follows when something gets another name.

use camino::Utf8Path;

use crate::bench::Bench;

const OWN: &str = "apps/services/diary/src/own/digest.ts";

/// A file of their own.
const DIGEST: &str = "\
import type { Entry } from '@diary/contracts/schemas/diary/entries';

import type { EntriesService } from '../entries/entries.service.js';
import { entryRecords, type EntryRow } from '../entries/entries.table.js';

/** Ours: what the sky was like, of all entries. */
export function skies(rows: readonly EntryRow[]): string[] {
  return rows.map(({ title, weather }) => `${title}: ${weather ?? 'unknown'}`);
}

export function isFair(entry: Entry): boolean {
  return entry.weather === 'fair';
}

export async function first(entries: EntriesService, id: string): Promise<Partial<EntryRow>> {
  const { weather } = await entries.get(id);
  return { weather };
}

export const sky = entryRecords.weather;
";

/// What they added to a file that is generated.
const SHORT_FORM: &str = "
/** Ours: a short form. */
export function shortForm(row: EntryRow): string {
  return `${row.title} ${row.weather ?? ''}`;
}
";

const DIGEST_AFTER: &str = "\
import type { Note } from '@diary/contracts/schemas/diary/notes';

import type { NotesService } from '../notes/notes.service.js';
import { notes, type NoteRow } from '../notes/notes.table.js';

/** Ours: what the sky was like, of all entries. */
export function skies(rows: readonly NoteRow[]): string[] {
  return rows.map(({ title, climate: weather }) => `${title}: ${weather ?? 'unknown'}`);
}

export function isFair(entry: Note): boolean {
  return entry.climate === 'fair';
}

export async function first(entries: NotesService, id: string): Promise<Partial<NoteRow>> {
  const { climate: weather } = await entries.get(id);
  return { climate: weather };
}

export const sky = notes.climate;
";

const SHORT_FORM_AFTER: &str = "
/** Ours: a short form. */
export function shortForm(row: NoteRow): string {
  return `${row.title} ${row.climate ?? ''}`;
}
";

/// A field and then its entity get other names: own code says them, and what it says compiles and lints.
pub fn takes_a_persons_own_code_along(bench: &Bench, workspace: &Utf8Path) {
    let service = workspace.join("apps/services/diary/src/entries/entries.service.ts");
    fs_err::create_dir_all(workspace.join(OWN).parent().unwrap()).unwrap();
    fs_err::write(workspace.join(OWN), DIGEST).unwrap();
    fs_err::write(&service, fs_err::read_to_string(&service).unwrap() + SHORT_FORM).unwrap();
    commit(bench, workspace);

    bench.fountane(&["rename", "field", "Entry", "weather", "climate", "--dir", workspace.as_str()]).succeeds();
    // What the contracts are compiled to speaks of the new name, as a person would have it before they go on.
    bench.fountane(&["check", "--only", "types", "--dir", workspace.as_str()]).succeeds();
    commit(bench, workspace);
    bench.fountane(&["rename", "entity", "Entry", "Note", "--dir", workspace.as_str()]).succeeds();

    assert_eq!(fs_err::read_to_string(workspace.join(OWN)).unwrap(), DIGEST_AFTER);
    let service = fs_err::read_to_string(workspace.join("apps/services/diary/src/notes/notes.service.ts")).unwrap();
    assert!(service.ends_with(SHORT_FORM_AFTER), "{service}");
    let migrations = workspace.join("apps/services/diary/migrations");
    for script in ["0002_entries_rename_weather_to_climate.sql", "0003_rename_entries_to_notes.sql"] {
        assert!(migrations.join(script).exists(), "{script}");
    }
    bench.fountane(&["check", "--only", "format,types,lint", "--dir", workspace.as_str()]).succeeds();
    bench.fountane(&["generate", "--check", "--dir", workspace.as_str()]).succeeds();
    commit(bench, workspace);
}

fn commit(bench: &Bench, workspace: &Utf8Path) {
    bench.git(workspace, &["add", "--all"]);
    bench.git(workspace, &["commit", "--no-verify", "--quiet", "--message", "Our own"]);
}
