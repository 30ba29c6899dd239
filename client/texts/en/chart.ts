/** Words that every chart has in common. */
export const chart = {
  showTable: 'Show as table',
  showChart: 'Show as chart',
  copyNumbers: 'Copy numbers',
  copied: 'The numbers are copied.',
  notCopied: 'This browser does not let us copy. Select the table instead.',
  takePicture: 'Picture',
  pictures: 'Take it as a picture',
  copyPicture: 'Copy picture',
  png: 'PNG {{size}}×',
  svg: 'SVG, for web pages',
  named: 'Each ballot with its name',
  who: 'Who',
  didNotKnow: 'did not know',
  picture: {
    copied: 'The picture is copied.',
    asFile: 'The picture is saved as a file.',
    saved: 'This browser takes no pictures to the clipboard, so it is saved as a file.',
    failed: 'The picture could not be drawn. The numbers can still be copied.',
  },
} as const
