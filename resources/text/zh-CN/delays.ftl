# 延时与补时页的延时部分。

delays-part-delays = 延时开考
delays-part-extra = 补时
delays-parts = 延时开考或补时
delays-none = 尚无场次。
