"""The rules, a file for each subject; a rule answers with remarks, and its code is its name for ever."""
