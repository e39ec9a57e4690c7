import type { RoundRole } from '../../db/taking-part.ts'
import type { Letters } from './letters.ts'
import { paragraphs, timeIn } from './paragraphs.ts'

const LOCALE = 'nb-NO'

const AS: Record<RoundRole, string> = {
  organiser: 'med på å arrangere runden',
  lead: 'til å ha ansvaret for besvarelsen',
  contributor: 'til å være med og svare',
  desk: 'til å kontrollere svar og dokumentasjon',
  visitor: 'til å besøke deltakere og kontrollere svarene på stedet',
  juror: 'til å sitte i juryen',
  chair: 'til å lede juryen',
  observer: 'til å følge runden som observatør',
}

export const nb: Letters = {
  invitation: ({ name, round, organisation, by, role, entry, nominated, areas, deadline, link, until }) => ({
    subject: entry === null ? `Invitasjon: ${round}` : `Invitasjon: ${entry} i ${round}`,
    text: paragraphs(
      `Hei, ${name}!`,
      `${by ?? organisation ?? 'Arrangøren'} inviterer deg ${AS[role]}${entry === null ? '' : ` for ${entry}`} i ${round}${organisation === null || by === null ? '' : `, som arrangeres av ${organisation}`}.`,
      areas.length === 0 ? null : `Du blir spurt om: ${areas.join(', ')}.`,
      nominated && deadline
        ? `Noen har nominert ${entry}. Dere kan fullføre nominasjonen eller takke nei innen ${timeIn(LOCALE, deadline)}.`
        : null,
      !nominated && deadline ? `Fristen er ${timeIn(LOCALE, deadline)}.` : null,
      `Følg denne lenken for å delta:\n${link}`,
      `Lenken er bare til deg og virker til ${timeIn(LOCALE, until)}. Ventet du ikke dette brevet, trenger du ikke å gjøre noe.`,
    ),
  }),
}
