import { FieldFrame, type FieldProps } from '../form-group/form-group.js';
import { classes, isGiven, type Attributes, type Content, type Extra } from '../parts.js';

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'time' | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters' | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | 'text' | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly prefix?: Affix | undefined;
  readonly suffix?: Affix | undefined;
  readonly wrapper?: Extra | undefined;
}

export interface Affix extends Extra {
  readonly content: Content;
}

export function Input(props: InputProps) {
  return (
    <FieldFrame
      field={props}
      control={(id, describedBy) => <InputControl {...props} id={id} describedBy={describedBy} />}
    />
  );
}

function InputControl(props: InputProps) {
  const { prefix, suffix, wrapper } = props;
  // Preact types every kind of input on its own; here one component draws them all.
  const type: Attributes = { type: props.type ?? 'text' };
  const control = (
    <input
      class={classes('govuk-input', props.class, isGiven(props.error) && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      {...type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
  if (!prefix && !suffix) return control;
  return (
    <div class={classes('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attributes}>
      {prefix && <AffixPart kind="prefix" affix={prefix} />}
      {control}
      {suffix && <AffixPart kind="suffix" affix={suffix} />}
    </div>
  );
}

function AffixPart({ kind, affix }: { readonly kind: 'prefix' | 'suffix'; readonly affix: Affix }) {
  return (
    <div class={classes(`govuk-input__${kind}`, affix.class)} aria-hidden="true" {...affix.attributes}>
      {affix.content}
    </div>
  );
}
