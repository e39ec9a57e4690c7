/** Is the site made for those who use it? */
import type { Leaf, Question } from '@tumstock/rubric/contract'
import { noPartlyYes } from './choices.ts'

export const questions = {
  speed: { type: 'choice', text: 'Lastes sidene raskt?', options: noPartlyYes(2, 4) },
  mobile: { type: 'choice', text: 'Er nettstedet tilpasset mobile enheter?', options: noPartlyYes(2, 4) },
  dated: { type: 'choice', text: 'Er innholdet merket med dato?', options: noPartlyYes(1, 2) },
  search: { type: 'choice', text: 'Gir søket gode treff?', options: noPartlyYes(2, 5) },
  languages: { type: 'choice', text: 'Finnes innhold på andre språk enn norsk?', options: noPartlyYes(1, 4) },
  navigation: {
    type: 'choice',
    text: 'Er navigasjonen enkel og lik på alle sider?',
    options: noPartlyYes(3, 4),
  },
  print: { type: 'choice', text: 'Er innholdet lagt til rette for utskrift?', options: noPartlyYes(1, 2) },
  titles: {
    type: 'choice',
    text: 'Sier sidetittel og adresse hva siden handler om?',
    options: noPartlyYes(2, 4),
  },
} as const satisfies Record<string, Question>

export const children = {
  speed: {
    title: 'Ytelse',
    why: 'Trege sider blir forlatt, og ikke alle har godt nett.',
    weight: 4,
    missing: 'block',
    reads: ['speed'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  mobile: {
    title: 'Mobile enheter',
    why: 'Stadig flere møter kommunen først på telefonen.',
    weight: 4,
    missing: 'block',
    reads: ['mobile'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  dated: {
    title: 'Datering',
    why: 'Leseren må vite om opplysningen gjelder nå.',
    weight: 2,
    missing: 'block',
    reads: ['dated'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  search: {
    title: 'Søk',
    why: 'Mange går rett til søkefeltet.',
    weight: 5,
    missing: 'block',
    reads: ['search'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  languages: {
    title: 'Andre språk',
    why: 'Ikke alle innbyggere leser norsk.',
    weight: 4,
    missing: 'block',
    reads: ['languages'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  navigation: {
    title: 'Navigasjon',
    why: 'Den som kan én side, skal kunne alle.',
    weight: 4,
    missing: 'block',
    reads: ['navigation'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  print: {
    title: 'Utskrift',
    why: 'Noen tar opplysningene med seg på papir.',
    weight: 2,
    missing: 'block',
    reads: ['print'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
  titles: {
    title: 'Sidetitler og adresser',
    why: 'Titlene er det folk ser i søketreff og bokmerker.',
    weight: 4,
    missing: 'block',
    reads: ['titles'],
    scoring: { by: 'points' },
    stage: 'survey',
  },
} as const satisfies Record<string, Leaf<keyof typeof questions>>
