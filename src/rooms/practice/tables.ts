declare module '#kit/db/tables.js' {
  interface Tables {
    'published.practice': { slug: string; title: string; organisation: string };
    'published.practice_use': { practice: string; promise: string; promise_slug: string; organisation_name: string; aim: string };
  }
}

export {};
