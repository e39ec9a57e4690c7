import type { RoundRole } from '../../db/taking-part.ts'
import type { Letters } from './letters.ts'
import { paragraphs, timeIn } from './paragraphs.ts'

const LOCALE = 'nn-NO'

const AS: Record<RoundRole, string> = {
  organiser: 'med på å arrangere runden',
  lead: 'til å ha ansvaret for svara',
  contributor: 'til å vere med og svare',
  desk: 'til å kontrollere svar og dokumentasjon',
  visitor: 'til å vitje deltakarar og kontrollere svara på staden',
  juror: 'til å sitje i juryen',
  chair: 'til å leie juryen',
  observer: 'til å følgje runden som observatør',
}

export const nn: Letters = {
  invitation: ({ name, round, organisation, by, role, entry, nominated, areas, deadline, link, until }) => ({
    subject: entry === null ? `Invitasjon: ${round}` : `Invitasjon: ${entry} i ${round}`,
    text: paragraphs(
      `Hei, ${name}!`,
      `${by ?? organisation ?? 'Arrangøren'} inviterer deg ${AS[role]}${entry === null ? '' : ` for ${entry}`} i ${round}${organisation === null || by === null ? '' : `, som ${organisation} arrangerer`}.`,
      areas.length === 0 ? null : `Du blir spurd om: ${areas.join(', ')}.`,
      nominated && deadline
        ? `Nokon har nominert ${entry}. De kan fullføre nominasjonen eller takke nei innan ${timeIn(LOCALE, deadline)}.`
        : null,
      !nominated && deadline ? `Fristen er ${timeIn(LOCALE, deadline)}.` : null,
      `Følg denne lenkja for å delta:\n${link}`,
      `Lenkja er berre til deg og verkar til ${timeIn(LOCALE, until)}. Venta du ikkje dette brevet, treng du ikkje gjere noko.`,
    ),
  }),
}
