import type { RoundRole } from '../../db/taking-part.ts'
import type { Letters } from './letters.ts'
import { paragraphs, timeIn } from './paragraphs.ts'

const LOCALE = 'en-GB'

const AS: Record<RoundRole, string> = {
  organiser: 'to run the round together with others',
  lead: 'to lead the answers',
  contributor: 'to help answer',
  desk: 'to check answers and their evidence',
  visitor: 'to visit participants and check what they answered',
  juror: 'to be a member of the jury',
  chair: 'to chair the jury',
  observer: 'to follow the round as an observer',
}

export const en: Letters = {
  invitation: ({ name, round, organisation, by, role, entry, nominated, areas, deadline, link, until }) => ({
    subject: entry === null ? `Invitation: ${round}` : `Invitation: ${entry} in ${round}`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? organisation ?? 'The organiser'} invites you ${AS[role]}${entry === null ? '' : ` for ${entry}`} in ${round}${organisation === null || by === null ? '' : `, which is run by ${organisation}`}.`,
      areas.length === 0 ? null : `You are asked about: ${areas.join(', ')}.`,
      nominated && deadline
        ? `Somebody has nominated ${entry}. You can complete the nomination or decline it until ${timeIn(LOCALE, deadline)}.`
        : null,
      !nominated && deadline ? `Please be done by ${timeIn(LOCALE, deadline)}.` : null,
      `Follow this link to take part:\n${link}`,
      `The link is for you alone and works until ${timeIn(LOCALE, until)}. If you did not expect this letter, you need not do anything.`,
    ),
  }),
}
