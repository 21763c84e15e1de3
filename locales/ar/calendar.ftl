mondays = الاثنين
tuesdays = الثلاثاء
wednesdays = الأربعاء
thursdays = الخميس
fridays = الجمعة
saturdays = السبت
sundays = الأحد
