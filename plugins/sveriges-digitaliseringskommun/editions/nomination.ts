/** The three questions that every edition since 2019 asks, and how this project lets a jury mark the answers. */
import type { Question } from '@tumstock/rubric/contract'

/** The free texts are what the award asks; the closed questions are the project's own and make answers comparable. */
export const nominationQuestions = {
  proud: {
    type: 'text',
    area: 'Stolt över',
    text: 'Vilket digitalt utvecklingsarbete är kommunen mest stolt över, och för vem gör det skillnad?',
    help: 'Beskriv ett arbete som används i dag. Planer hör hemma i den tredje frågan.',
  },
  reach: {
    type: 'choice',
    area: 'Stolt över',
    text: 'Hur brett används det ni är mest stolta över i dag?',
    options: {
      all: { text: 'I alla verksamheter som det kan beröra', points: 3 },
      several: { text: 'I flera verksamheter', points: 2 },
      one: { text: 'I en verksamhet', points: 1 },
      trial: { text: 'Som försök', points: 0 },
    },
  },
  service: {
    type: 'choice',
    area: 'Stolt över',
    text: 'Hur mycket av ärendet kan en invånare eller ett företag göra digitalt?',
    notApplicable: true,
    options: {
      whole: { text: 'Hela ärendet, med besked och uppföljning', points: 3 },
      most: { text: 'Ansökan och kompletteringar', points: 2 },
      form: { text: 'En blankett att hämta eller skicka', points: 1 },
      none: { text: 'Inget', points: 0 },
    },
  },
  effect: {
    type: 'text',
    area: 'Effekt',
    text: 'Vilken effekt har arbetet gett, och hur märks den?',
    help: 'Ange helst siffror före och efter, och vem som har mätt.',
  },
  measured: {
    type: 'choice',
    area: 'Effekt',
    text: 'Hur vet ni vilken effekt arbetet har gett?',
    unknown: true,
    options: {
      baseline: { text: 'Mätt före och efter', points: 3 },
      after: { text: 'Mätt efter införandet', points: 2 },
      estimate: { text: 'Uppskattat', points: 1 },
      none: { text: 'Inte undersökt', points: 0 },
    },
  },
  effects: {
    type: 'multiple',
    area: 'Effekt',
    text: 'Vilka effekter kan ni belägga med underlag?',
    unknown: true,
    options: {
      quality: { text: 'Bättre service eller kvalitet för invånarna', points: 1 },
      time: { text: 'Frigjord tid för medarbetarna', points: 1 },
      cost: { text: 'Lägre kostnad', points: 1 },
      climate: { text: 'Mindre energi eller klimatpåverkan', points: 1 },
    },
  },
  lessons: {
    type: 'text',
    area: 'Lärdomar',
    text: 'Vilka lärdomar har kommunen dragit, och vad gör ni annorlunda i dag?',
    help: 'Det som gick fel är minst lika värdefullt för andra som det som gick rätt.',
  },
  shared: {
    type: 'choice',
    area: 'Lärdomar',
    text: 'Har andra kommuner nytta av det ni har lärt er?',
    unknown: true,
    options: {
      reused: { text: 'Ja, andra använder vår lösning eller vårt arbetssätt', points: 3 },
      published: { text: 'Vi har publicerat så att andra kan använda det', points: 2 },
      asked: { text: 'Vi berättar när någon frågar', points: 1 },
      none: { text: 'Nej', points: 0 },
    },
  },
} as const satisfies Record<string, Question>

const scale = [
  { text: 'Besvarar inte frågan', points: 0 },
  { text: 'Allmänt hållet, utan exempel', points: 1 },
  { text: 'Tydligt, med exempel från en verksamhet', points: 2 },
  { text: 'Övertygande, med belägg från flera verksamheter', points: 3 },
  { text: 'Enastående: belagt, brett och lärorikt för hela landet', points: 4 },
] as const

export const nomination = {
  title: 'Nomineringens tre frågor',
  why: 'Berättelsen är det första juryn möter. En bra nominering är konkret, bygger på resultat och är ärlig om vad som inte fungerade.',
  weight: 1,
  missing: { needs: 0.6 },
  combine: 'mean',
  children: {
    proud: {
      title: 'Mest stolt över',
      why: 'Stoltheten visar vad kommunen själv ser som utveckling. Bra är ett arbete som invånarna märker, som flera verksamheter använder och som ledningen står bakom.',
      weight: 1,
      missing: { needs: 0.6 },
      crosswalk: { SRV: 0.4, SEC: 0.3, GOV: 0.3 },
      combine: 'mean',
      children: {
        answer: {
          title: 'Juryn om det kommunen är stolt över',
          why: 'Juryn läser hela svaret och ser till vad det betyder för invånarna, inte till hur ny tekniken är.',
          weight: 2,
          missing: 'block',
          reads: [],
          scoring: { by: 'panel', scale },
          stage: 'shortlist',
        },
        use: {
          title: 'Bredd i användningen',
          why: 'En lösning ger nytta när den används. Bra är när den har lämnat försöksstadiet och hela ärendet går att göra digitalt.',
          weight: 1,
          missing: 'exclude',
          reads: ['reach', 'service'],
          scoring: { by: 'points' },
          stage: 'nomination',
        },
      },
    },
    effect: {
      title: 'Effekt',
      why: 'Utan effekt är digitalisering bara en utgift. Bra är resultat som är mätta mot ett utgångsläge och som någon utanför projektet kan bekräfta.',
      weight: 1,
      missing: { needs: 0.6 },
      crosswalk: { RES: 1 },
      combine: 'mean',
      children: {
        answer: {
          title: 'Juryn om effekten',
          why: 'Juryn ser efter om effekten är rimlig, om den beror på arbetet och hur stor den är med kommunens förutsättningar.',
          weight: 2,
          missing: 'block',
          reads: [],
          scoring: { by: 'panel', scale },
          stage: 'shortlist',
        },
        evidence: {
          title: 'Belägg',
          why: 'Den som mäter kan styra om. Bra är mätning före och efter, och belägg för fler slags nytta än en.',
          weight: 1,
          missing: 'exclude',
          reads: ['measured', 'effects'],
          scoring: { by: 'points' },
          stage: 'nomination',
        },
      },
    },
    lessons: {
      title: 'Lärdomar',
      why: 'Priset finns för att kommuner ska lära av varandra. Bra är lärdomar som har ändrat arbetssättet och som andra redan har nytta av.',
      weight: 1,
      missing: { needs: 0.6 },
      crosswalk: { CAP: 1 },
      combine: 'mean',
      children: {
        answer: {
          title: 'Juryn om lärdomarna',
          why: 'Juryn letar efter insikter som går att använda någon annanstans, också de som kostade något.',
          weight: 2,
          missing: 'block',
          reads: [],
          scoring: { by: 'panel', scale },
          stage: 'shortlist',
        },
        sharing: {
          title: 'Delning',
          why: 'Det en kommun har löst ska inte behöva lösas 290 gånger. Bra är när andra faktiskt använder det.',
          weight: 1,
          missing: 'exclude',
          reads: ['shared'],
          scoring: { by: 'points' },
          stage: 'nomination',
        },
      },
    },
  },
} as const
