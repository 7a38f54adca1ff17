/** Back to which stage, and why. */
import { choice, form, words } from '#base/form.js';
import { stages } from '#rooms/promised/together/index.js';

export const stageForm = form({
  to: choice(stages, 'Choose a stage'),
  reason: words({ length: 'text', most: 500, what: 'The reason' }),
});
