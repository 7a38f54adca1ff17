/**
 * Our components against the HTML that govuk-frontend publishes for them: each fixture is a set of options and the
 * HTML they give. A component that keeps to it keeps what was learnt there with real people and screen readers.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { ComponentChildren, VNode } from 'preact';
import type { Attributes } from '#ui/parts.js';
import { children, html, outline } from './views.js';

const govuk = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist',
  'govuk',
  'components',
);

/** Options as the fixtures write them; a component's test reads those it knows. */
export interface Options {
  readonly text?: string;
  readonly html?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly href?: string;
  readonly label?: Options;
  readonly hint?: Options;
  readonly errorMessage?: Options;
  readonly formGroup?: Options;
  readonly fieldset?: Options;
  readonly legend?: Options;
  readonly conditional?: Options;
  readonly items?: readonly (Options | null)[];
  readonly describedBy?: string;
  readonly isPageHeading?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  readonly [other: string]: unknown;
}

interface Fixture {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

export interface Contract {
  readonly component: string;
  /** How many fixtures this comes to: a component that quietly compares fewer fails. */
  readonly compared: number;
  /** What we do not offer, each with the reason: an option by path ("fieldset.role"), by path and value, or a whole fixture by "fixture=name". */
  readonly without?: Readonly<Record<string, string>>;
  readonly view: (options: Options) => VNode;
}

/** Compares a component with every published fixture that uses no option we leave out; the others are shown as skipped. */
export function keepsContract({ component, compared, without = {}, view }: Contract): void {
  const { fixtures } = JSON.parse(readFileSync(join(govuk, component, 'fixtures.json'), 'utf8')) as {
    readonly fixtures: readonly Fixture[];
  };
  const missing = (fixture: Fixture) =>
    [`fixture=${fixture.name}`, ...pathsOf(fixture.options)].find((path) => path in without);
  describe(`${component}: published fixtures`, () => {
    for (const fixture of fixtures) {
      const path = missing(fixture);
      test(fixture.name, { skip: path !== undefined && `${path}: ${without[path]}` }, () => {
        assert.deepEqual(outline(html(view(fixture.options))), outline(fixture.html));
      });
    }
    test(`${compared} of ${fixtures.length} compared`, () =>
      assert.equal(fixtures.filter((fixture) => missing(fixture) === undefined).length, compared));
  });
}

function* pathsOf(value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) for (const entry of value) yield* pathsOf(entry, path);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const here = path === '' ? name : `${path}.${name}`;
      yield here;
      // A pair of name and value, for options that count only with a certain value.
      if (typeof inner === 'string' || typeof inner === 'boolean') yield `${here}=${inner}`;
      yield* pathsOf(inner, here);
    }
  }
}

export function contentOf(options: Options | undefined): ComponentChildren {
  return options?.html ? children(options.html) : options?.text;
}

/** Class and attributes of an element. */
export function extraOf(options: Options | undefined) {
  return { class: options?.classes, attributes: options?.attributes };
}

/** What every single control has in common. */
export function fieldOf(options: Options) {
  return {
    ...extraOf(options),
    name: options.name ?? '',
    id: options.id,
    label: contentOf(options.label),
    labelClass: options.label?.classes,
    heading: options.label?.isPageHeading,
    hint: contentOf(options.hint),
    error: contentOf(options.errorMessage),
    describedBy: options.describedBy,
    group: extraOf(options.formGroup),
  };
}

/** What every set of controls has in common. */
export function fieldsetOf(options: Options) {
  return {
    ...extraOf(options),
    legend: contentOf(options.fieldset?.legend),
    legendClass: options.fieldset?.legend?.classes,
    heading: options.fieldset?.legend?.isPageHeading,
    hint: contentOf(options.hint),
    error: contentOf(options.errorMessage),
    describedBy: options.fieldset?.describedBy ?? options.describedBy,
    fieldset: extraOf(options.fieldset),
    group: extraOf(options.formGroup),
  };
}

/** A text among the options; undefined where it is not given. */
export function textOf(options: Options, name: string): string | undefined {
  const value: unknown = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The entries of a list without the holes that some fixtures try. */
export function entries(list: readonly (Options | null)[] | undefined): readonly Options[] {
  return (list ?? [])
    .filter((entry) => entry !== null)
    .filter((entry) => typeof entry === 'object' && Object.keys(entry).length > 0);
}
