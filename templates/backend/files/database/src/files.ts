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

/** What a row tells of a file that was sent; nothing stays nothing. */
export function infoOf<T extends null | undefined>(file: FileContent | T): FileInfo | T {
  if (!file) {
    return file;
  }
  const { name, mediaType, content } = file;
  return { name, mediaType, size: Buffer.byteLength(content, 'base64') };
}

/** The column of a file's content; nothing stays nothing. */
export function contentOf<T extends null | undefined>(file: FileContent | T): string | T {
  return file ? file.content : file;
}
