# Prints C source with the insides of comments, strings and character constants taken out, line by line, as FILE:LINE:TEXT.
FNR == 1 { comment = 0 }
{
	text = ""
	for (i = 1; i <= length($0); i++) {
		two = substr($0, i, 2)
		byte = substr($0, i, 1)
		if (comment) {
			if (two == "*/") { comment = 0; i++ }
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else if (byte == "\"" || byte == "'") {
			for (i++; i <= length($0) && substr($0, i, 1) != byte; i++)
				if (substr($0, i, 1) == "\\") i++
			text = text byte byte
		} else {
			text = text byte
		}
	}
	print FILENAME ":" FNR ":" text
}
