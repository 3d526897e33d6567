"""One question or two of every kind people ask, in the words of British, American and Indian speakers and in chat."""
