import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from '#test/views.js';
import { Page } from './page.js';

const assets = {
  css: '/assets/kept.1.css',
  font: '/assets/sans.2.woff2',
  icon: '/assets/icon.3.svg',
  take: '/assets/take.js',
  offline: '/assets/offline.js',
  passkey: '/assets/passkey.js',
};

test('a page says its language, its title with the name of the site, and what it is about', () => {
  const markup = document(
    <Page title="Agenda" description="Items & papers" assets={assets}>
      <h1>Agenda</h1>
    </Page>,
  );
  assert.match(markup, /^<!doctype html><html lang="en-GB">/);
  assert.match(markup, /<title>Agenda - Kept<\/title>/);
  assert.match(markup, /<meta name="description" content="Items &amp; papers"/);
  assert.doesNotMatch(markup, /noindex|http-equiv/);
});

test('a refused form is heard in the title first', () => {
  assert.match(
    document(
      <Page title="Sign in" refused unlisted assets={assets}>
        x
      </Page>,
    ),
    /<title>Error: Sign in - Kept<\/title>.*noindex/s,
  );
});

test('the head carries alternates and refreshes without script', () => {
  const markup = document(
    <Page
      title="Dates"
      assets={assets}
      links={[{ rel: 'alternate', href: '/dates.ics', type: 'text/calendar', title: 'Dates' }]}
      refresh={{ seconds: 2, href: '/done' }}
    >
      x
    </Page>,
  );
  assert.match(markup, /<link rel="alternate" href="\/dates.ics" type="text\/calendar" title="Dates"/);
  assert.match(markup, /<meta http-equiv="refresh" content="2; url=\/done"/);
});

test('what stands in a title or a slot is escaped', () => {
  const markup = document(
    <Page title={'</title><script>alert(1)</script>'} organisation={'<img src=x>'} assets={assets}>
      {'<script>alert(2)</script>'}
    </Page>,
  );
  assert.doesNotMatch(markup, /<script|<img/);
});
