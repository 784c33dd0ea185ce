explain pages-range
