check ..
