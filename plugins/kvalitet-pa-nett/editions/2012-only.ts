/** Four criteria that fill the set of 2012 up to the 33 that it had; none of them is known from a source. */
import type { Leaf, Question } from '@tumstock/rubric/contract'
import { noPartlyYes } from './choices.ts'

export const questions = {
  plainLanguage: {
    type: 'choice',
    text: 'Er tekstene skrevet så brukerne forstår dem?',
    options: noPartlyYes(1, 2),
  },
  siteMap: { type: 'choice', text: 'Finnes det en A–Å eller et nettstedskart?', options: noPartlyYes(1, 2) },
  help: { type: 'choice', text: 'Finnes det hjelp til å bruke nettstedet?', options: noPartlyYes(1, 2) },
  feedback: { type: 'choice', text: 'Kan brukerne melde fra om feil og ønsker?', options: noPartlyYes(1, 2) },
} as const satisfies Record<string, Question>

export const usability = {
  plainLanguage: {
    title: 'Klart språk',
    why: 'Rettigheter som ikke forstås, blir ikke brukt.',
    weight: 2,
    missing: 'block',
    reads: ['plainLanguage'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  siteMap: {
    title: 'Oversikt over innholdet',
    why: 'En oversikt hjelper den som ikke vet hva tjenesten heter.',
    weight: 2,
    missing: 'block',
    reads: ['siteMap'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  help: {
    title: 'Hjelp',
    why: 'Noen trenger en hånd første gang.',
    weight: 2,
    missing: 'block',
    reads: ['help'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
} as const satisfies Record<string, Leaf<keyof typeof questions>>

export const content = {
  feedback: {
    title: 'Tilbakemelding',
    why: 'Brukerne ser feilene først.',
    weight: 2,
    missing: 'block',
    reads: ['feedback'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { DEM: 1 },
  },
} as const satisfies Record<string, Leaf<keyof typeof questions>>
