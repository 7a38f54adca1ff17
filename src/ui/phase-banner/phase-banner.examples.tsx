import type { ComponentExamples } from '../examples.js';
import { PhaseBanner } from './phase-banner.js';

export const phaseBannerExamples: ComponentExamples = {
  component: 'phase-banner',
  about: 'Says on every page what kind of Kept this is.',
  examples: [
    {
      name: 'demonstration',
      show: () => (
        <PhaseBanner tag="Demonstration">All people here are invented. Try anything: it can be reset.</PhaseBanner>
      ),
    },
  ],
};
