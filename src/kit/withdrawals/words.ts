/** Words of withdrawals: why something is withdrawn. A list, and nothing to type: a reason must not repeat what was wrong. */
export const withdrawalReasons = ['personal', 'not meant', 'wrong', 'not ours', 'asked', 'unlawful'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** Who decided where the owner of the installation withdraws what was not for an organisation to publish (decision 0021). */
export const byTheOwner = 'Whoever runs this site';

/** For whoever chooses, and for readers. */
export const reasonWords: Readonly<Record<WithdrawalReason, { readonly chosen: string; readonly told: string }>> = {
  personal: {
    chosen: 'It says something personal that should not be public',
    told: 'It held something personal that should not be public.',
  },
  'not meant': { chosen: 'It was published by mistake, or too early', told: 'It was published by mistake.' },
  wrong: { chosen: 'What it says is wrong', told: 'What it said was wrong.' },
  'not ours': { chosen: 'It was not ours to publish', told: 'It was not for this organisation to publish.' },
  asked: { chosen: 'Somebody it is about asked us to', told: 'Somebody it was about asked for it.' },
  unlawful: { chosen: 'A court or an authority ordered it', told: 'A court or an authority ordered it.' },
};
