export const rounds = {
  title: 'Rounds',
  round: 'Round',
  noRound: 'This round cannot be shown',
  screens: 'Screens of this round',
  tab: {
    'set-up': 'Set-up',
    entries: 'Entries',
    results: 'Results',
    survey: 'Survey results',
    record: 'Record',
  },
} as const
