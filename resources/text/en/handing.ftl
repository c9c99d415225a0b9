# Handing over papers, media and evidence.

handing-begin = Hand something over
handing-none = Nothing was handed over yet.
handing-made = Hand-overs made
handing-sheet = Print the hand-over sheet
handing-column-number = Number
handing-column-at = Time
handing-column-what = What was handed over
handing-what = { $papers } papers, { $media } media, { $evidence } pieces of evidence
handing-title = Hand over
handing-note = Two give and two receive, and count together. Both givers sign in; afterwards print the hand-over sheet, which both sides sign.
handing-giver = Giver ({ $number })
handing-escort = Escort of media ({ $number })
handing-receiver = Receiver ({ $number })
handing-office = Office of the receivers
handing-when = Handed over at
handing-cards = Work passes and identity cards of the receivers were checked
handing-papers = Papers that can be handed over ({ $count })
handing-evidence = Evidence ({ $count })
handing-media = Media ({ $count })
handing-piece = { $tag }, { $kind }, kept: { $place }
handing-nothing = There are no papers, pieces of evidence or media to hand over. A paper is handed over once it bears all signatures, which are entered among the papers to sign on the page Records and printing.
handing-confirm = Enter the hand-over
handing-done = The hand-over is entered. Print the sheet, which both sides sign.
