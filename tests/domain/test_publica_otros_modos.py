"""What is published names nobody by other ways: fewer words of a name, surnames first, the name of a file."""

from rcdesk.domain import registro as r
from rcdesk.domain.publica import sin_rutas, version_publica
from rcdesk.exchange import to_json
from tests.domain.test_publica import citizen, hearing, published, question


def test_nobody_is_told_by_fewer_words_of_their_name_nor_surnames_first_but_a_name_held_in_public_stays() -> None:
    people = (
        citizen("Flor Inés Paz de la Roca", otros_nombres=()),
        citizen("Luz Dary Nieto", otros_nombres=()),
        citizen("Ana Paz", otros_nombres=()),
        citizen("Carlos Luis Mora Gil", otros_nombres=()),
        citizen("Carlos José Mora Paz", otros_nombres=()),
    )
    said = (
        "Paz de la Roca Flor Inés, Flor Paz, flor_paz; NIETO LUZ DARY, Luz Nieto. Paz, Ana. Carlos Mora. Sin paz, Ana"
    )
    public = published(hearing(preside="Flor Paz Mora", asistentes=people, objetivo=said))
    assert public.objetivo == (
        "Ciudadano/a 1, Flor Paz, flor_paz; Ciudadano/a 2, Ciudadano/a 2. Ciudadano/a 3. [nombre reservado]. "
        "Sin Ciudadano/a 3"
    )
    alone = published(hearing(asistentes=people[:1], objetivo="Flor Paz y flor_paz"))
    assert alone.objetivo == "Ciudadano/a 1 y Ciudadano/a 1"


def test_data_that_go_out_by_themselves_do_not_say_where_their_pictures_are() -> None:
    figure = r.Figura(leyenda="Foto", archivo=r.Ruta("figuras/cedula-de-rosa-nieto-66812345.jpg"))
    shown = r.Acta(
        desarrollo=(r.Seccion(titulo="Fotos", bloques=(figure,), secciones=(r.Seccion(bloques=(figure,)),)),)
    )
    archivo = r.Archivo(audiencias=(hearing(acta=shown, asistentes=(citizen(),), preguntas=(question(),)),))
    drawn = version_publica(archivo)
    alone = to_json(sin_rutas(drawn)).decode()
    assert "rosa-nieto" in to_json(drawn).decode()
    assert "figuras/" not in alone
    assert alone.count("Foto") == 3
