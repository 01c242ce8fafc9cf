"""Makes the workbooks beside this file: python3 make.py

They are made with XlsxWriter 3.3 and openpyxl 3.1, two libraries that write Office Open XML in different ways, and one by
hand as programs that write as little as they may do.
"""

import datetime
import zipfile

import openpyxl
import xlsxwriter


def statistics():
    """As the statistics of foretagsklimat.se: all cells text, factors below each other, a column a year."""
    book = xlsxwriter.Workbook("statistik.xlsx")
    sheet = book.add_worksheet("Sheet1")
    rows = [
        ["Kommun", "Län", "Kommungrupp", "Faktor", "Delserie", "2018", "2019", "2020", "2021"],
        ["Solna", "Stockholms län", "Storstad", "Service", "Företag", "3,43", "3,5", "", "3,6"],
        ["Åre", "Jämtlands län", "Landsbygd", "Service", "Företag", "4,1", "..", "", "4,2"],
        ["Solna", "Stockholms län", "Storstad", "Kommunalskatt", "Kommunalskatt", "29,3", "29,3", "29,3", "29,4"],
        ["Solna", "Stockholms län", "Storstad", "Ranking", "Ranking", "1", "1", "1", "2"],
        ["Solna", "Stockholms län", "Storstad", "Invånare", "Antal", "80 950", "82 429", "83 162", "84 187"],
        ["Stockholms län", "Stockholms län", "", "Service", "Företag", "3,1", "3,2", "", "3,3"],
        ["Riket", "", "", "Service", "Företag", "3,2", "3,3", "", "3,4"],
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text)
    book.close()


def older():
    """As the older files of one factor: a title, the heading on row 5, a heading twice."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    sheet["A1"] = "Arbetsställen"
    sheet["A3"] = "Källa: SCB"
    for column, text in enumerate(
        ["Kommun", "Län", "Kommungrupp", "Delserie", "Delserie", 2023, 2024, 2025], 1
    ):
        sheet.cell(5, column, text)
    for row, cells in enumerate(
        [
            ["Solna", "Stockholms län", "Storstad", "Antal", "Antal", 12345, 12400.5, 12501],
            ["Håbo", "Uppsala län", "Pendling", "Antal", "Antal", 1500, None, 1601],
            ["Riket", None, None, "Antal", "Antal", 1, 2, 3],
        ],
        6,
    ):
        for column, cell in enumerate(cells, 1):
            sheet.cell(row, column, cell)
    book.save("older.xlsx")


def kinds():
    """Every kind of cell, several sheets, rich text, merged cells, empty rows and cells, the table on the second sheet."""
    book = xlsxwriter.Workbook("kinds.xlsx")
    book.add_worksheet("Läs mig").write("A1", "Här finns ingen tabell")
    sheet = book.add_worksheet("Projekt")
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    month = book.add_format({"num_format": 'mmm" "yyyy'})
    swedish = book.add_format({"num_format": "[$-41D]d mmmm yyyy;@"})
    sheet.merge_range("A1:G1", "Pågående projekt i kommunen", bold)
    heading = ["Projekt", "Kommun", "Fas", "Ansvarig", "Start", "Slut", "Nästa milstolpe", "Diarienummer"]
    for column, text in enumerate(heading):
        sheet.write(2, column, text)
    sheet.write_rich_string(4, 0, "Nya ", bold, "hamnen", " & torget")
    sheet.merge_range("B5:B6", "Kristinehamn")
    sheet.write(4, 2, "Samråd")
    sheet.write_formula(4, 3, '="Eva "&"Ek"', None, "Eva Ek")
    sheet.write_datetime(4, 4, datetime.datetime(2021, 11, 1), day)
    sheet.write_datetime(4, 5, datetime.datetime(2024, 6, 1), month)
    sheet.write(4, 6, "Granskning mars 2022")
    sheet.write(4, 7, "KS/2021:12")
    sheet.write(5, 0, "Skolvägen")
    sheet.write(5, 2, "Laga kraft")
    sheet.write_datetime(5, 4, datetime.datetime(2019, 2, 28), swedish)
    sheet.write_number(5, 7, 17)
    sheet.write_blank(5, 9, None, bold)
    book.close()


def numbers():
    """Numbers, percentages, truth values, errors and years as cells hold them; days counted from 1904."""
    book = openpyxl.Workbook()
    sheet = book.active
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet.append(["Kommun", "År", "Nyckeltal", "Värde", "Svarsfrekvens", "Uppdaterad"])
    sheet.append(["Solna", 2021, "Nöjdhet", 0.1 + 0.2, 0.45, datetime.date(2021, 11, 1)])
    sheet.append(["Åre", 2021, "Nöjdhet", 1234567.25, 0.5, datetime.date(2021, 11, 2)])
    sheet.append([114, 2021, "Nöjdhet", "#N/A", None, None])
    sheet["D4"].data_type = "e"
    for row in (2, 3):
        sheet.cell(row, 5).number_format = "0%"
        sheet.cell(row, 6).number_format = "yyyy-mm-dd"
    book.save("numbers.xlsx")


def inline():
    """Inline texts, cells and rows without references, no shared texts, no styles; control characters as escapes."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"

    def text(value):
        return f'<x:c t="inlineStr"><x:is><x:t xml:space="preserve">{value}</x:t></x:is></x:c>'

    rows = [
        text("Kommun") + text("2020") + text("2021"),
        text("Kristinehamn") + "<x:c><x:v>181</x:v></x:c><x:c><x:v>150</x:v></x:c>",
        text("H_x00E5_bo")
        + '<x:c r="C3" t="inlineStr"><x:is><x:r><x:t>1</x:t></x:r><x:r><x:t>2</x:t></x:r>'
        + "<x:rPh><x:t>9</x:t></x:rPh></x:is></x:c>",
    ]
    body = "".join(f"<x:row>{row}</x:row>" for row in rows)
    with zipfile.ZipFile("inline.xlsx", "w", zipfile.ZIP_STORED) as file:
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{links}/officeDocument" '
            'Target="/book/main.xml"/></Relationships>',
        )
        file.writestr(
            "book/main.xml",
            f'<x:workbook xmlns:x="{main}" xmlns:r="{links}"><x:sheets>'
            '<x:sheet name="Blad 1" sheetId="1" r:id="s"/></x:sheets></x:workbook>',
        )
        file.writestr(
            "book/_rels/main.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="s" Type="{links}/worksheet" '
            'Target="./sheets/../first.xml"/></Relationships>',
        )
        file.writestr(
            "book/first.xml",
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- "a\'> -->'
            f'<x:worksheet xmlns:x="{main}"><x:sheetData>{body}</x:sheetData></x:worksheet>',
        )


if __name__ == "__main__":
    statistics()
    older()
    kinds()
    numbers()
    inline()
