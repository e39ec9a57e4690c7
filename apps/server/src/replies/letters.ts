import type { FindingLayer } from '../assessments/finding.ts'
import { type Deadline, type LetterLanguage, letterLanguage, type Written } from '../mail/letters/letters.ts'
import { paragraphs, timeIn } from '../mail/letters/paragraphs.ts'

type Words = { round: string; entry: string; link: string }
type FindingsWords = Words & {
  layer: FindingLayer
  /** Until when the entry may reply; null where it may not. */
  until: Deadline | null
}

/** What the leads of an entry are written about findings: that they are there, and that a reply has its answer. */
type Letters = { findings: (words: FindingsWords) => Written; answered: (words: Words) => Written }

const LETTERS: Record<LetterLanguage, Letters> = {
  en: {
    findings: ({ round, entry, link, layer, until }) => ({
      subject: `What was found: ${entry} in ${round}`,
      text: paragraphs(
        layer === 'desk'
          ? `The answers of ${entry} in ${round} have been checked, and you can see what was found.`
          : `What was found on the visit to ${entry} in ${round} can be seen now.`,
        until && `You may accept or object to each finding until ${timeIn('en-GB', until)}.`,
        link,
      ),
    }),
    answered: ({ round, entry, link }) => ({
      subject: `Your reply has been answered: ${entry} in ${round}`,
      text: paragraphs(`A reply of ${entry} in ${round} to what was found has been answered.`, link),
    }),
  },
  nb: {
    findings: ({ round, entry, link, layer, until }) => ({
      subject: `Funnene er klare: ${entry} i ${round}`,
      text: paragraphs(
        layer === 'desk'
          ? `Svarene fra ${entry} i ${round} er kontrollert, og dere kan se hva som ble funnet.`
          : `Dere kan nå se hva som ble funnet under besøket hos ${entry} i ${round}.`,
        until &&
          `Dere kan godta eller komme med innvendinger til hvert funn fram til ${timeIn('nb-NO', until)}.`,
        link,
      ),
    }),
    answered: ({ round, entry, link }) => ({
      subject: `Tilbakemeldingen er besvart: ${entry} i ${round}`,
      text: paragraphs(`Tilbakemeldingen fra ${entry} i ${round} på et funn er besvart.`, link),
    }),
  },
  nn: {
    findings: ({ round, entry, link, layer, until }) => ({
      subject: `Funna er klare: ${entry} i ${round}`,
      text: paragraphs(
        layer === 'desk'
          ? `Svara frå ${entry} i ${round} er kontrollerte, og de kan sjå kva som vart funne.`
          : `De kan no sjå kva som vart funne under besøket hos ${entry} i ${round}.`,
        until &&
          `De kan godta eller kome med innvendingar til kvart funn fram til ${timeIn('nn-NO', until)}.`,
        link,
      ),
    }),
    answered: ({ round, entry, link }) => ({
      subject: `Tilbakemeldinga har fått svar: ${entry} i ${round}`,
      text: paragraphs(`Tilbakemeldinga frå ${entry} i ${round} på eit funn har fått svar.`, link),
    }),
  },
  sv: {
    findings: ({ round, entry, link, layer, until }) => ({
      subject: `Granskningen är klar: ${entry} i ${round}`,
      text: paragraphs(
        layer === 'desk'
          ? `Svaren från ${entry} i ${round} har granskats, och ni kan se vad granskningen visade.`
          : `Ni kan nu se vad besöket hos ${entry} i ${round} visade.`,
        until && `Ni kan godta eller invända mot varje iakttagelse till och med ${timeIn('sv-SE', until)}.`,
        link,
      ),
    }),
    answered: ({ round, entry, link }) => ({
      subject: `Ert yttrande har besvarats: ${entry} i ${round}`,
      text: paragraphs(`Yttrandet från ${entry} i ${round} om en iakttagelse har besvarats.`, link),
    }),
  },
}

export const lettersIn = (language: string): Letters => LETTERS[letterLanguage(language)]
