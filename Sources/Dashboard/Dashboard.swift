import TextGrid
