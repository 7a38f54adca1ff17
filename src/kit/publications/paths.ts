/** Addresses of a publication itself: what was frozen, byte for byte, and how to check it. */
export const publicationPaths = {
  one: (id: string) => `/publications/${id}`,
  json: (id: string) => `/publications/${id}/content.json`,
  html: (id: string) => `/publications/${id}/main.html`,
  proof: (id: string) => `/publications/${id}/proof.json`,
  pdf: (id: string) => `/publications/${id}/file.pdf`,
} as const;
