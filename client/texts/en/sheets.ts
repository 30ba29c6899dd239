/** The screen of the sheets for sales; what stands on a sheet comes with it. */
export const sheets = {
  title: 'Sheets for sales',
  lead: 'One page a stage, to take along: what buyers ask there, what to say, and whom to bring in.',
  loading: 'Reading the roadmap',
  open: 'Sheet for sales',
  openLabel: 'Sheet for sales: {{name}}',
  stages: 'Stages',
  stage: '{{n}}. {{name}}',
  position: 'Stage {{n}} of {{count}}',
  said: 'Stage {{n}} of {{count}}, {{name}}',
  before: 'Stage before: {{name}}',
  next: 'Next stage: {{name}}',
  noneBefore: 'This is the first stage',
  noneNext: 'This is the last stage',
  print: 'Print this',
  printAll: 'Print all {{count}}',
  nothing: {
    fact: 'No stage has anything on it yet.',
    advice: 'A sheet shows what buyers ask at a stage. Write the first question on the board.',
    board: 'Open the board',
  },
  noSheet: {
    fact: 'There is no sheet for this stage.',
    advice: 'Nothing stands on it yet, or it is gone.',
    all: 'The first sheet',
  },
} as const
