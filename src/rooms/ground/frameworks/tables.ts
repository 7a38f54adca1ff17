import type { Generated } from 'kysely';
import type { Json } from '#kit/db/tables.js';
import type { Audience, FrameworkKind, ThemeKind, FrameworkDraft, FrameworkContent, FrameworkChange } from './words.js';

declare module '#kit/events.js' {
  interface Events {
    /** Its themes and asks are those of a new version. */
    'framework published': { readonly framework: string };
  }
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.framework': {
      organisation: string;
      id: string;
      slug: string;
      kind: FrameworkKind;
      draft: Json<FrameworkDraft>;
      changed_at: Date;
      retired: Generated<string[]>;
    };
    'published.framework': {
      slug: string;
      name: string;
      kind: FrameworkKind;
      summary: string;
      organisation: string;
      organisation_slug: string;
      organisation_name: string;
      version: number;
      publication: string;
    };
    'published.theme': {
      framework: string;
      key: string;
      kind: ThemeKind;
      position: number;
      title: string;
      meaning: string;
      examples: string[];
      promised: boolean;
    };
    'published.ask': {
      framework: string;
      key: string;
      theme: string | null;
      audience: Audience;
      position: number;
      body: string;
    };
    'published.wording': {
      framework: string;
      key: string;
      position: number;
      name: string;
      theme: string;
      title: string;
    };
  }
}

declare module '#kit/publications/contents.js' {
  interface PublicationParts {
    framework: { content: FrameworkContent; changes: readonly FrameworkChange[] };
  }
}
