come-in = أهلًا بك، تفضل بالدخول
not-valid = غير صالح
too-many-wrong-codes = رموز خاطئة كثيرة، حاول لاحقًا
opens-today = يفتح اليوم الساعة { $time }
opens-on = يفتح في { DATETIME($date, dateStyle: "long") } الساعة { $time }
