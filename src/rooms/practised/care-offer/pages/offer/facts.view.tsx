/** What one needs in order to get an offer: amount, way, and whom to ask. What nobody wrote down is left out, or said to be not known. */
import type { Content } from '#ui/parts.js';
import type { OfferWords } from '../../view-words.js';

interface Fact {
  readonly key: string;
  readonly value: Content;
}

/** The team's telephone, e-mail and page, each as a link. */
export function contactOf({ team, phone, email, web }: Pick<OfferWords, 'team' | 'phone' | 'email' | 'web'>): Content {
  const parts = [
    ...(team === null ? [] : [team]),
    ...(phone === null ? [] : [<a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>]),
    ...(email === null ? [] : [<a href={`mailto:${email}`}>{email}</a>]),
    ...(web === null ? [] : [<a href={web}>{new URL(web).hostname.replace(/^www\./, '')}</a>]),
  ];
  if (parts.length === 0) return null;
  return parts.map((part, index) => (
    <>
      {index > 0 && <br />}
      {part}
    </>
  ));
}

export function offerFacts(offer: OfferWords): readonly Fact[] {
  const contact = contactOf(offer);
  const asked = contact ?? `${offer.provider}, or your personal adviser`;
  if (offer.amount === null && offer.steps.length === 0)
    return [
      { key: 'How much, and how', value: 'Not known: ask' },
      { key: 'Who to ask', value: asked },
    ];
  return [
    { key: 'How much', value: offer.amount ?? 'Not known: ask' },
    {
      key: 'How to get it',
      value:
        offer.steps.length === 0 ? (
          'Not known: ask'
        ) : (
          <ol>
            {offer.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        ),
    },
    { key: 'Who to ask', value: asked },
  ];
}
