# The basis: what the clause says and what is this program's own stay apart.

basis-text = Basis: { $document }, { $article }: “{ $quote }”.
basis-reading = Basis: { $document }, { $article }: “{ $quote }”. This program reads it so: { $note }
basis-derived = This program's own rule: { $note } Compare { $document }, { $article }.
