/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'registerPaths.all': [
    [[odd], `/frameworks/${oddPart}/register`],
    [
      ['inclusion-charter', { q: 'a b', show: 'heard', kind: '' }],
      '/frameworks/inclusion-charter/register?q=a+b&show=heard',
    ],
  ],
  'registerPaths.csv': [[['inclusion-charter'], '/frameworks/inclusion-charter/register.csv']],
  'registerPaths.json': [[['inclusion-charter'], '/frameworks/inclusion-charter/register.json']],
  'registerPaths.map': [[['inclusion-charter'], '/frameworks/inclusion-charter/register/map']],
  'registerPaths.interested': [[['inclusion-charter'], '/frameworks/inclusion-charter/register/interested']],
  'registerPaths.one': [[['inclusion-charter', odd], `/frameworks/inclusion-charter/register/${oddPart}`]],
  'registerPaths.badge': [[['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/badge.svg']],
  'registerPaths.badgeJson': [
    [['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/badge.json'],
  ],
  'registerPaths.verify': [[['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/verify']],
  'registerPaths.work': [[[], '/work/register']],
  'registerPaths.sign': [[[odd], `/work/register/sign?framework=${oddPart}`]],
  'registerPaths.withdraw': [[['inclusion-charter'], '/work/register/withdraw?framework=inclusion-charter']],
  'registerPaths.desk': [
    [[odd], `/work/register/${oddPart}`],
    [['inclusion-charter', 'removed'], '/work/register/inclusion-charter?done=removed'],
  ],
  'registerPaths.invite': [[['inclusion-charter'], '/work/register/inclusion-charter/invite']],
  'registerPaths.upload': [[['inclusion-charter'], '/work/register/inclusion-charter/invitations']],
  'registerPaths.uploadColumns': [[['inclusion-charter'], '/work/register/inclusion-charter/invitations/columns.csv']],
  'registerPaths.interest': [[['inclusion-charter', id], `/work/register/inclusion-charter/interested/${id}`]],
  'registerPaths.remove': [[['inclusion-charter', odd], `/work/register/inclusion-charter/entries/${oddPart}/remove`]],
};
