# 依据：条款原文与本程序自己的处理分开说。

basis-text = 依据：{ $document } { $article }“{ $quote }”。
basis-reading = 依据：{ $document } { $article }“{ $quote }”。本程序的理解：{ $note }
basis-derived = 本程序的规定：{ $note }参见 { $document } { $article }。
