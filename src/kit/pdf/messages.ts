/** What passes between Kept and its typesetting process. */

export interface TypesetJob {
  /** Typst sources by name. The document starts in "main.typ"; "text.typ" is there without being sent. */
  readonly files: Readonly<Record<string, string>>;
  /** Becomes "data.json": the only way in for text that people wrote, so that it can never be read as Typst code. */
  readonly data: string;
  /** Directories with TTF files. */
  readonly fonts: readonly string[];
  /** Seconds since 1970: the creation date in the PDF. The same job gives the same bytes. */
  readonly created: number;
}

export interface Typeset {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Value of the metadata labelled <answer>, as the document itself worked it out while it was laid out. */
  readonly answer: unknown;
  /** "ua-1": the compiler checked the document against PDF/UA-1. "tagged": tagged, but it could not vouch for it. */
  readonly standard: 'ua-1' | 'tagged';
  /** Why it is only tagged, in the compiler's words. */
  readonly refusal: string | null;
  /** Characters that none of the typefaces can print; the document shows a box that carries them as its description. */
  readonly unprintable: readonly string[];
  /** Warnings of the compiler. */
  readonly warnings: readonly string[];
  /** Milliseconds inside the compiler. */
  readonly took: { readonly layout: number; readonly pdf: number };
}

/** `memory`: bytes that the process holds after the job, by which it is judged whether it may serve another. */
export type Reply = { readonly memory: number } & (
  | { readonly ok: true; readonly value: Typeset }
  | { readonly ok: false; readonly message: string }
);
