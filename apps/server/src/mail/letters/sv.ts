import type { RoundRole } from '../../db/taking-part.ts'
import type { Letters } from './letters.ts'
import { paragraphs, timeIn } from './paragraphs.ts'

const LOCALE = 'sv-SE'

const AS: Record<RoundRole, string> = {
  organiser: 'att vara med och arrangera omgången',
  lead: 'att ansvara för svaren',
  contributor: 'att vara med och svara',
  desk: 'att granska svar och underlag',
  visitor: 'att besöka deltagare och granska svaren på plats',
  juror: 'att sitta i juryn',
  chair: 'att leda juryn',
  observer: 'att följa omgången som observatör',
}

export const sv: Letters = {
  invitation: ({ name, round, organisation, by, role, entry, nominated, areas, deadline, link, until }) => ({
    subject: entry === null ? `Inbjudan: ${round}` : `Inbjudan: ${entry} i ${round}`,
    text: paragraphs(
      `Hej ${name}!`,
      `${by ?? organisation ?? 'Arrangören'} bjuder in dig ${AS[role]}${entry === null ? '' : ` för ${entry}`} i ${round}${organisation === null || by === null ? '' : `, som arrangeras av ${organisation}`}.`,
      areas.length === 0 ? null : `Du får frågor om: ${areas.join(', ')}.`,
      nominated && deadline
        ? `Någon har nominerat ${entry}. Ni kan komplettera nomineringen eller tacka nej till och med ${timeIn(LOCALE, deadline)}.`
        : null,
      !nominated && deadline ? `Tidsfristen är ${timeIn(LOCALE, deadline)}.` : null,
      `Följ den här länken för att delta:\n${link}`,
      `Länken är bara till dig och gäller till ${timeIn(LOCALE, until)}. Om du inte väntade dig det här brevet behöver du inte göra något.`,
    ),
  }),
}
