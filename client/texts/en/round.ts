/** Words that every sealed round has in common: opening, secrecy, ballot, desk, reveal. What a round is about is in its own texts. */
export const round = {
  loading: 'Loading the round',
  steps: {
    label: 'Where this round is',
    reveal: 'Reveal',
    talk: 'Talk',
  },
  numbers: {
    no: 'no',
    one: 'one',
    two: 'two',
    three: 'three',
    four: 'four',
    five: 'five',
    six: 'six',
    seven: 'seven',
    eight: 'eight',
    nine: 'nine',
    ten: 'ten',
    eleven: 'eleven',
    twelve: 'twelve',
  },
  facilitator: 'the facilitator',

  soon: { title: '{{name}} opens the round soon.' },

  open: {
    legend: 'What the room sees at the reveal',
    anonymous: 'Numbers only',
    anonymousHint: 'The usual choice',
    by_function: 'Functions, not names',
    by_functionHint: 'Shows where the line between functions runs',
    named: 'Ballots with names',
    namedHint: 'Only where everyone agreed',
    agreedOnTwo: 'Everyone agreed: show a function from two ballots on',
    button: 'Open the round',
    againLead: 'Round {{number}} is kept as it is. Everyone starts from an empty ballot.',
    cancel: 'Not now',
  },

  /** Who will see what, from the setting in force (SE-2a). */
  secrecy: {
    anonymous:
      'Nobody sees your numbers before the reveal. Then the room sees the numbers without names or functions, and the average of a function only from {{from}} ballots on.',
    by_function:
      'Nobody sees your numbers before the reveal. Then the room sees functions, not names, and a function only from {{from}} ballots on.',
    named: 'Nobody sees your numbers before the reveal. Then the room sees each ballot with its name.',
    until: 'You can unseal until {{name}} closes the round.',
  },
  secrecyForAll: {
    anonymous:
      'Nobody sees a number before the reveal. Then the room sees the numbers without names or functions, and the average of a function only from {{from}} ballots on.',
    by_function:
      'Nobody sees a number before the reveal. Then the room sees functions, not names, and a function only from {{from}} ballots on.',
    named: 'Nobody sees a number before the reveal. Then the room sees each ballot with its name.',
  },

  ballot: {
    confidence: 'How sure are you, on the whole?',
    confidence1: 'a shot in the dark',
    confidence5: 'I have heard customers say it',
    confidenceValue: '{{value}} of 5',
    sealing: 'Sealing …',
    abstain: 'I do not know how they would',
    abstainTitle: 'Not knowing is a full answer.',
    abstainReason: 'Why? Optional, one sentence, shown without your name.',
    abstainSeal: 'Seal as “I do not know”',
    draftKept: 'Kept. Only you can see it.',
    draftOffline: 'Your ballot is safe on this device. We will send it when you are back.',
  },

  sealed: {
    title: 'Sealed.',
    lead: 'Look up at the screen. Nobody sees a number until everyone is in, the boss included.',
    abstained: 'Sealed as “I do not know”. That counts.',
    receipt: 'Saved on the server {{time}} · you can still change this',
    receiptClosed: 'Saved on the server {{time}}',
    unseal: 'Unseal and change it',
    waitingTitle: 'Not sent yet.',
    waiting: 'Your ballot is safe on this device. We will send it when you are back.',
    tryNow: 'Try now',
  },

  closed: {
    title: 'The round is closed.',
    counted: 'Your ballot is in. Look up at the screen.',
    notIn:
      'Your ballot was not sealed in time, so it is not in round {{number}}. You will see the result all the same.',
    late: 'The round closed while you were away. Your ballot came too late for round {{number}}. You will see the result all the same.',
    disabled: 'No ballot can be changed now.',
  },

  progress: {
    sealed: '{{sealed}} of {{expected}} have sealed',
    envelopes: '{{sealed}} sealed envelopes, {{open}} open',
  },

  waiting: {
    closedLead: 'The round is closed. Look up.',
    sealed: 'sealed',
    noBallot: 'You have no ballot in this round, so you wait with the screen.',
    noBallotSeen: 'You have seen what customers said, so you do not guess.',
    allIn_one: 'The only ballot is sealed.',
    allIn_other: 'All {{all}} are sealed.',
    ready: 'Ready when you are.',
    nobody: 'Nobody with a ballot is here yet.',
  },

  desk: {
    label: 'Facilitator’s desk',
    round: 'Round {{number}}',
    open: 'Open',
    closed: 'Closed',
    revealed: 'Revealed',
    close: 'Close the round',
    reveal: 'Reveal',
    revealAll_one: 'Reveal: the only one is in',
    revealAll_other: 'Reveal: all {{count}} are in',
    discard: 'Discard',
    busy: 'One moment …',
    missing_one: '{{count}} still open',
    missing_other: '{{count}} still open',
    seat: { 'not-started': 'not started', started: 'in progress', offline: 'offline' },
    missingOnlyYou: 'Only you can see these names. Close this if your screen is shown.',
    missingUnknown: 'The names are not here yet.',
  },

  reveal: {
    missingTitle_one: 'One ballot is still open',
    missingTitle_other: '{{all}} ballots are still open',
    missing_one:
      'If you reveal now, {{name}}’s ballot is left out of round {{number}}. They can still see the result.',
    missing_other:
      'If you reveal now, the ballots of {{name}} are left out of round {{number}}. They can still see the result.',
    missingUnknown_one: 'If you reveal now, it is left out of round {{number}}.',
    missingUnknown_other: 'If you reveal now, they are left out of round {{number}}.',
    wait: 'Wait for {{name}}',
    waitMany: 'Wait',
    without: 'Reveal without {{name}}',
    withoutMany: 'Reveal without them',
    nobodyTitle: 'No ballot is sealed',
    nobody: 'There would be nothing to show. Wait, or discard the round.',
  },

  paper: {
    open: 'Paper ballots',
    title: 'Paper ballots',
    lead: 'For people without a device. What you enter is sealed at once, and nobody reads it back, you included.',
    nobody: 'Everyone who votes has a device. Add a person without one under People.',
    enter: 'Enter',
    enterAgain: 'Enter again',
    enterFor: 'Enter the paper ballot of {{name}}',
    isSealed: 'sealed',
    print: 'Print a ballot',
    of: 'Paper ballot of <b>{{name}}</b>. You type what stands on the paper.',
    leave: 'Leave without sealing',
    notKept: 'Nothing of it is kept on this device before it is sealed.',
    done: 'The paper ballot of {{name}} is sealed.',
    name: 'Name',
    function: 'Function',
    printedFoot: 'Fold it and hand it to the facilitator. Nobody’s figures are shown before the reveal.',
  },

  beats: {
    next: 'Next beat',
    all: 'Show everything',
    opened_one: '{{count}} opened envelope',
    opened_other: '{{count}} opened envelopes',
  },

  discard: {
    title: 'Discard round {{number}}?',
    lead: 'Its ballots are never shown to anyone. The needs can be changed again.',
    yes: 'Discard the round',
    no: 'Keep it',
  },

  problem: {
    offline: 'You are offline. Try again when you are back.',
  },

  revealed: {
    tabs: 'Rounds',
    round: 'Round {{number}}',
    roundOpen: 'Round {{number}}, open',
    sample_one: '{{count}} sealed ballot, round {{number}}.',
    sample_other: '{{count}} sealed ballots, round {{number}}.',
    didNotKnow_one: '{{count}} did not know.',
    didNotKnow_other: '{{count}} did not know.',
    missed_one: '{{count}} was missing.',
    missed_other: '{{count}} were missing.',
    notAsked: 'No customer asked yet.',
    asked_one: '{{count}} customer asked; what they said is not in here.',
    asked_other: '{{count}} customers asked; what they said is not in here.',
    confidence: 'How sure we were: {{value}} of 5.',
    reasonsTitle: 'Why some did not know',
    unreadable: 'This result was made by a newer version and cannot be shown here. Load the page again.',
  },
} as const
