english-name = Spanish
own-name = Español
locale = es
