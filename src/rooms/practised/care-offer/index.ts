/** The door of the care offer. */
export { checkOffer, endOffer, publishOffer, recordCoverage, recordOffer, recordOffers } from './acts.js';
export { readOfferFile } from './csv.js';
export { offerContext } from './pages/edit/context.js';
export { careOfferPaths } from './paths.js';
export type { PublishedOffer } from './published.js';
export { countOffers, publishedOffer, publishedOffers } from './published.js';
export type { CoverageSaying, CoverageState, OfferDraft } from './words.js';
