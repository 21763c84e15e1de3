english-name = Arabic
own-name = العربية
locale = ar-u-hc-h23-nu-latn
