/** What /kit, the browser tests and the pages of documentation show: every component in every state that matters. */
import type { VNode } from 'preact';
import type { PageAssets } from './page/page.js';

export interface ComponentExamples {
  /** The component's folder: "button". */
  readonly component: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly examples: readonly (Example | WholePage)[];
}

/** Shown inside a page of the kit. Ids differ between the examples of one component. */
export interface Example {
  readonly name: string;
  readonly show: () => VNode;
}

/** A document of its own: the kit links to it. */
export interface WholePage {
  readonly name: string;
  readonly page: (assets: PageAssets) => VNode;
}
