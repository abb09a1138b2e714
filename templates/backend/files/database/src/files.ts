/** What is told of a file beside the row that it belongs to. */
export interface FileInfo {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file with its content, in base64. */
export interface FileContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

type MaybeFile = FileContent | null | undefined;

/** What a row tells of a file that was sent; nothing stays nothing. */
export function infoOf<T extends MaybeFile>(file: T): FileInfo | Exclude<T, FileContent> {
  if (!file) {
    return file as Exclude<T, FileContent>;
  }
  const { name, mediaType, content } = file;
  return { name, mediaType, size: Buffer.byteLength(content, 'base64') };
}

/** The column of a file's content; nothing stays nothing. */
export function contentOf<T extends MaybeFile>(file: T): string | Exclude<T, FileContent> {
  return file ? file.content : (file as Exclude<T, FileContent>);
}
