/** The door of the care offer. */
export { endOffer, recordCoverage, recordOffer, recordOffers } from './acts.js';
export { readOfferFile } from './offers-csv.js';
export { offerContext } from './pages/edit-offer/context.js';
export { careOfferPaths } from './paths.js';
export { countOffers } from './published.js';
